add_library(sne_test_support STATIC ${CMAKE_SOURCE_DIR}/tests/support/sne_samples.cpp)
target_link_libraries(sne_test_support PUBLIC escale_options escale_server_sne)

foreach(name xml mtom mapper forwarder)
    escale_test(server_sne_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/sne_${name}_test.cpp
        LINKS sne_test_support)
endforeach()
target_compile_definitions(server_sne_mapper_test
    PRIVATE ESCALE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")

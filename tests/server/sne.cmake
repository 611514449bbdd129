add_library(sne_test_support STATIC ${CMAKE_SOURCE_DIR}/tests/support/sne_samples.cpp)
target_link_libraries(sne_test_support PUBLIC escale_options escale_server_sne)

foreach(name xml mtom mapper forwarder)
    escale_test(server_sne_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/sne_${name}_test.cpp
        LINKS sne_test_support)
endforeach()
target_compile_definitions(server_sne_mapper_test
    PRIVATE ESCALE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")

add_library(sne_ecole_test_support STATIC ${CMAKE_SOURCE_DIR}/tests/support/sne_ecole_process.cpp
    ${CMAKE_SOURCE_DIR}/tests/support/sne_store.cpp)
target_link_libraries(sne_ecole_test_support
    PUBLIC sne_test_support escale_shared_crypto Qt6::Core Qt6::Test)
target_compile_definitions(sne_ecole_test_support
    PUBLIC ESCALE_SNE_ECOLE="$<TARGET_FILE:escale-sne-ecole>"
           ESCALE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
add_dependencies(sne_ecole_test_support escale-sne-ecole)

add_executable(sne_forwarder_alone ${CMAKE_SOURCE_DIR}/tests/support/sne_forwarder_main.cpp)
target_link_libraries(sne_forwarder_alone PRIVATE escale_server_sne escale_shared_crypto)

foreach(name ecole crash)
    escale_test(server_sne_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/sne_${name}_test.cpp
        LINKS sne_ecole_test_support
        LABELS integration)
endforeach()
# Against programs of Python that share no code with us, and against every trouble.
foreach(name peers trouble)
    escale_test(server_sne_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/sne_${name}_test.cpp
        LINKS sne_ecole_test_support server_program_support escale_server_sne_ecole
        LABELS integration)
endforeach()
target_compile_definitions(server_sne_peers_test
    PRIVATE ESCALE_SNE_PEERS="${CMAKE_CURRENT_SOURCE_DIR}/server/sne_peers")
foreach(name crash trouble)
    target_compile_definitions(server_sne_${name}_test
        PRIVATE ESCALE_SNE_FORWARDER="$<TARGET_FILE:sne_forwarder_alone>")
    add_dependencies(server_sne_${name}_test sne_forwarder_alone)
endforeach()

escale_test(server_sne_year_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/sne_year_test.cpp
    LINKS sne_test_support server_test_support escale_server_sne_ecole)

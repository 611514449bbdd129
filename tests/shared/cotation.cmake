add_library(cotation_test_support STATIC ${CMAKE_CURRENT_LIST_DIR}/cotation_support.cpp)
target_link_libraries(cotation_test_support PUBLIC escale_options Qt6::Core escale_shared_cotation)
target_compile_definitions(cotation_test_support
    PUBLIC ESCALE_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data")

escale_test(shared_cotation_cases_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/cotation_cases_test.cpp
    LINKS cotation_test_support)

foreach(name block engine properties loader publications trace)
    escale_test(shared_cotation_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/cotation_${name}_test.cpp
        LINKS cotation_test_support)
endforeach()

escale_test(shared_cotation_schema_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/cotation_schema_test.cpp ${CMAKE_CURRENT_LIST_DIR}/json_schema.cpp
    LINKS cotation_test_support)
target_compile_definitions(shared_cotation_schema_test
    PRIVATE ESCALE_DATA="${CMAKE_SOURCE_DIR}/shared/data")

escale_test(shared_cotation_dossier_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/cotation_dossier_test.cpp
    LINKS escale_shared_cotation_dossier escale_shared_sync)
escale_test(shared_judgement_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/judgement_test.cpp
    LINKS escale_shared_cotation_dossier escale_shared_pieces escale_shared_sync)
escale_test(shared_cotation_readings_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/cotation_readings_test.cpp
    LINKS cotation_test_support escale_shared_cotation_dossier escale_shared_position)

escale_test(shared_nuu_import_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/nuu_import_test.cpp
    LINKS foyer_test_support escale_shared_nuu)
target_compile_definitions(shared_nuu_import_test
    PRIVATE ESCALE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")

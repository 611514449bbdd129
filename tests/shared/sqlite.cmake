escale_test(shared_sqlite_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/sqlite_test.cpp
    LINKS escale_sqlite)

escale_test(shared_base_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/base_test.cpp
    LINKS escale_shared_base)

foreach(part bad_input parse_typed rules questions)
    escale_test(shared_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${part}_test.cpp
        LINKS escale_shared_rules escale_shared_sync)
endforeach()

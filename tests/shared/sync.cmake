foreach(part gzip history merge merge_item merge_property validate_edit)
    escale_test(shared_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${part}_test.cpp
        LINKS escale_shared_protocol)
endforeach()

foreach(part codec codec_fuzz)
    escale_test(shared_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${part}_test.cpp
        LINKS escale_shared_protocol)
endforeach()

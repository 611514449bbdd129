foreach(name distribution pack)
    escale_test(shared_position_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/position_${name}_test.cpp
        LINKS escale_shared_position escale_shared_crypto)
endforeach()

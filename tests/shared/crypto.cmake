foreach(part primitives cms pki)
    escale_test(shared_crypto_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/crypto_${part}_test.cpp
        LINKS escale_shared_crypto)
endforeach()

escale_test(shared_attestation_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/attestation_test.cpp
    LINKS escale_shared_attestation sne_test_support)

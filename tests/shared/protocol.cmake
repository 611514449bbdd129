foreach(part codec codec_fuzz)
    escale_test(shared_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${part}_test.cpp
        LINKS escale_shared_protocol)
endforeach()

# The model of acknowledgement, explored by SPIN.
add_test(NAME shared_protocol_model
    COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/check_model.py ${CMAKE_SOURCE_DIR}/shared/protocol/model/acknowledgement.pml)
set_tests_properties(shared_protocol_model PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 3600)

foreach(part dossier condition communes)
    escale_test(shared_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${part}_test.cpp
        LINKS escale_shared_sync)
endforeach()

escale_test(shared_catalogue_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/catalogue_test.cpp ${CMAKE_CURRENT_LIST_DIR}/json_schema.cpp
    LINKS escale_shared_rules escale_shared_sync)
target_compile_definitions(shared_catalogue_test
    PRIVATE ESCALE_DATA="${CMAKE_SOURCE_DIR}/shared/data")

add_test(NAME shared_make_communes_test
    COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/make_communes_test.py ${CMAKE_SOURCE_DIR})

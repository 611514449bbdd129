add_library(server_test_support STATIC
    ${CMAKE_CURRENT_LIST_DIR}/store_support.cpp ${CMAKE_CURRENT_LIST_DIR}/../support/postgres_cluster.cpp)
set_target_properties(server_test_support PROPERTIES AUTOMOC OFF)
target_link_libraries(server_test_support
    PUBLIC escale_options escale_server_auth escale_server_reconcile escale_server_store
           escale_shared_crypto Qt6::Core)

escale_test(server_reconcile_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/reconcile_test.cpp
    LINKS server_test_support)
escale_test(server_store_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/store_test.cpp
    LINKS server_test_support escale_sqlite)
escale_test(server_auth_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/auth_test.cpp
    LINKS server_test_support)
escale_test(server_decision_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/decision_test.cpp
    LINKS escale_server_console)
escale_test(server_return_codes_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/return_codes_test.cpp
    LINKS server_test_support)
escale_test(server_uploads_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/uploads_test.cpp
    LINKS server_test_support)
escale_test(server_publication_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/publication_test.cpp
    LINKS server_test_support escale_server_publication escale_shared_cotation_dossier)

# The same tests on the other store.
foreach(name reconcile store auth uploads return_codes publication)
    add_test(NAME server_${name}_postgres_test COMMAND server_${name}_test)
    set_tests_properties(server_${name}_postgres_test PROPERTIES ENVIRONMENT "ESCALE_TEST_STORE=postgres" LABELS integration)
endforeach()
escale_test(server_postgres_store_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/postgres_store_test.cpp
    LINKS server_test_support
    LABELS integration)

add_library(server_program_support STATIC ${CMAKE_CURRENT_LIST_DIR}/program_support.cpp)
set_target_properties(server_program_support PROPERTIES AUTOMOC OFF)
target_link_libraries(server_program_support
    PUBLIC escale_options escale_server_http escale_shared_protocol escale_shared_crypto
           http_test_support Qt6::Core)
target_compile_definitions(server_program_support
    PUBLIC ESCALE_SERVER_PROGRAM="$<TARGET_FILE:escale-server>")
add_dependencies(server_program_support escale-server)
escale_test(server_program_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/program_test.cpp
    LINKS server_program_support
    LABELS integration)
escale_test(server_tus_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/tus_test.cpp ${CMAKE_CURRENT_LIST_DIR}/tus_bench.cpp
    LINKS server_program_support
    LABELS integration)

escale_test(server_disk_full_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/disk_full_test.cpp ${CMAKE_CURRENT_LIST_DIR}/tus_bench.cpp
    LINKS server_program_support
    LABELS integration)
target_compile_definitions(server_disk_full_test PRIVATE ESCALE_DISK_FAULT="$<TARGET_FILE:disk_fault>")
add_dependencies(server_disk_full_test disk_fault)

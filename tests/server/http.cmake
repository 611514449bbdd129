add_library(http_test_support STATIC ${CMAKE_CURRENT_LIST_DIR}/http_support.cpp)
set_target_properties(http_test_support PROPERTIES AUTOMOC OFF)
target_link_libraries(http_test_support
    PUBLIC escale_options escale_server_http escale_shared_crypto OpenSSL::SSL)

escale_test(server_http_parts_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/http_parts_test.cpp
    LINKS escale_server_http)
foreach(name smuggling server tls client)
    escale_test(server_http_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/http_${name}_test.cpp
        LINKS http_test_support
        LABELS integration)
endforeach()

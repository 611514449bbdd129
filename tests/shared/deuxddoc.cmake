# 2D-Doc, with an authority that the tests make.
add_library(deuxddoc_authority STATIC ${CMAKE_CURRENT_LIST_DIR}/../support/deuxddoc_authority.cpp)
target_link_libraries(deuxddoc_authority PUBLIC escale_shared_deuxddoc PRIVATE OpenSSL::Crypto)
set_target_properties(deuxddoc_authority PROPERTIES AUTOMOC OFF)
foreach(part message verify compare pack)
    escale_test(shared_deuxddoc_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/deuxddoc_${part}_test.cpp
        LINKS deuxddoc_authority escale_shared_sync)
endforeach()

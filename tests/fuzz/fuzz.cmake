# Fuzz targets. Every build replays their corpus; the preset « fuzz » (clang) makes them hunt:
#   cmake --preset fuzz && cmake --build --preset fuzz && build/fuzz/bin/escale_fuzz_pdf -max_total_time=600 build/fuzz/pdf tests/fuzz/corpus/pdf
if(NOT TARGET escale_server_pdf) # the preset « fuzz » builds nothing else of the server
    add_subdirectory(${CMAKE_SOURCE_DIR}/server/pdf ${CMAKE_BINARY_DIR}/fuzz_server_pdf)
endif()
set(fuzz_links_examine escale_server_pdf)
set(fuzz_links_deuxddoc escale_shared_deuxddoc)
set(fuzz_links_image escale_client_scan escale_client_platform)
set(fuzz_links_pdf escale_client_scan escale_client_platform)
foreach(part deuxddoc examine image pdf)
    set(fuzz_main ${CMAKE_CURRENT_LIST_DIR}/replay.cpp)
    if(ESCALE_SANITIZE MATCHES fuzzer)
        set(fuzz_main)
    endif()
    add_executable(escale_fuzz_${part} ${CMAKE_CURRENT_LIST_DIR}/fuzz_${part}.cpp ${fuzz_main})
    set_target_properties(escale_fuzz_${part} PROPERTIES AUTOMOC OFF)
    target_link_libraries(escale_fuzz_${part} PRIVATE escale_options ${fuzz_links_${part}})
    if(fuzz_main)
        add_test(NAME fuzz_replay_${part}
            COMMAND escale_fuzz_${part} ${CMAKE_CURRENT_LIST_DIR}/corpus/${part})
    else()
        target_link_options(escale_fuzz_${part} PRIVATE -fsanitize=fuzzer)
    endif()
endforeach()

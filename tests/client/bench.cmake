# The measures are taken and told; how fast the machine was is nobody's fault.
if(NOT TARGET escale-temoin)
    return()
endif()
add_test(NAME escale_bench_ui COMMAND escale-ctl bench ui)
set_tests_properties(escale_bench_ui PROPERTIES
    PASS_REGULAR_EXPRESSION "\"escale\":.*\"pages\":[1-9].*\"temoin\":.*\"rapports_pour_cent\":.*\"rss\":[1-9]"
    LABELS integration
    TIMEOUT 1200)
add_test(NAME escale_bench_communes COMMAND escale-ctl bench communes)
set_tests_properties(escale_bench_communes PROPERTIES
    PASS_REGULAR_EXPRESSION "\"communes\":3[45][0-9][0-9][0-9],\"recherches\":[1-9].*\"max_us\":[1-9]")

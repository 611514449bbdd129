# A client of tus that is not ours, tus-js-client of npm (package-lock.json pins every byte of it), against the server.
if(NOT TARGET escale-server OR NOT TARGET escale-ctl)
    return()
endif()
set(tus_dir ${CMAKE_CURRENT_LIST_DIR}/tus)
set(tus_modules ${CMAKE_BINARY_DIR}/tests/tus)
file(MAKE_DIRECTORY ${tus_modules})
foreach(name package.json package-lock.json)
    configure_file(${tus_dir}/${name} ${tus_modules}/${name} COPYONLY)
endforeach()
add_test(NAME integration_tus_setup
    COMMAND npm ci --ignore-scripts --no-audit --no-fund --prefer-offline
    WORKING_DIRECTORY ${tus_modules})
set_tests_properties(integration_tus_setup PROPERTIES LABELS integration FIXTURES_SETUP tus_modules TIMEOUT 600)
add_test(NAME integration_tus_client
    COMMAND python3 ${tus_dir}/tus_test.py $<TARGET_FILE:escale-server> $<TARGET_FILE:escale-ctl>
        ${tus_modules}/package.json)
add_test(NAME integration_tus_loss
    COMMAND python3 ${tus_dir}/tus_test.py $<TARGET_FILE:escale-server> $<TARGET_FILE:escale-ctl>
        ${tus_modules}/package.json --perte)
set_tests_properties(integration_tus_client integration_tus_loss PROPERTIES
    LABELS integration FIXTURES_REQUIRED tus_modules TIMEOUT 1500)

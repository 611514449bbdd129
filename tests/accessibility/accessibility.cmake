# What a screen reader finds and does: the real program on a screen and a bus of its own (Xvfb, D-Bus), read and
# pressed through AT-SPI. Debian's python has the bindings.
if(NOT TARGET escale)
    return()
endif()
set(accessibility_dir ${CMAKE_CURRENT_LIST_DIR})
find_program(DBUS_RUN_SESSION dbus-run-session REQUIRED)
find_program(DEBIAN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
add_test(NAME accessibility_audit_rules COMMAND ${DEBIAN_PYTHON} ${accessibility_dir}/audit_test.py)
foreach(language fr ar)
    add_test(NAME accessibility_journey_${language}
        COMMAND ${DBUS_RUN_SESSION} -- ${DEBIAN_PYTHON} ${accessibility_dir}/journey_test.py
            ${CMAKE_SOURCE_DIR} $<TARGET_FILE:escale> ${language})
    set_tests_properties(accessibility_journey_${language} PROPERTIES LABELS integration TIMEOUT 1200)
endforeach()

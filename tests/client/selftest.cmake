# The whole application, touched page after page in every language, on a device of its own.
if(NOT TARGET escale)
    return()
endif()
add_test(NAME escale_selftest COMMAND escale --self-test --captures ${CMAKE_BINARY_DIR}/captures)
set_tests_properties(escale_selftest PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;TZ=UTC;LC_ALL=C.UTF-8"
    FAIL_REGULAR_EXPRESSION "qrc:.*:[0-9]+"
    PASS_REGULAR_EXPRESSION "pas efface.fr.*pas efface.ar.*pas efface.en"
    LABELS integration
    TIMEOUT 600)

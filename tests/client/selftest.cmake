# The checks of the self-test, then the whole application touched page after page, on devices of its
# own: French letter after letter, the other languages and appearances more quickly.
if(NOT TARGET escale)
    return()
endif()
escale_test(selftest_audit_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/selftest_audit_test.cpp
    LINKS escale_client_selftest)

# escale_walk(NAME OPTIONS...): one run of the self-test; its pictures stand in build/…/captures/NAME.
function(escale_walk name)
    add_test(NAME selftest_${name}
        COMMAND escale --self-test --captures ${CMAKE_BINARY_DIR}/captures/${name} ${ARGN})
    set_tests_properties(selftest_${name} PROPERTIES
        ENVIRONMENT "QML_DISABLE_DISK_CACHE=1;QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;TZ=UTC;LC_ALL=C.UTF-8"
        FAIL_REGULAR_EXPRESSION "qrc:.*:[0-9]+"
        LABELS integration
        TIMEOUT 1500)
endfunction()
escale_walk(francais --modes borne --langues fr)
escale_walk(langues --modes borne --langues en,ar,uk)
escale_walk(clavier --modes borne --langues fr --taille 1280x800 --clavier)
# Very large letters: every page in French, both ways up. In Arabic, some buttons of two lines and the
# pages of the welcome, the points and the state are still too full: they are not walked here.
escale_walk(grand --modes borne --langues fr --apparence grand)
escale_walk(contraste --modes borne --langues fr --apparence contraste)
escale_walk(retour --modes retour --langues fr,ar)
escale_walk(mediateur --modes mediateur --langues fr,ar)
escale_walk(permanence --modes permanence --langues fr)
escale_walk(pas_pret --modes pas-pret)

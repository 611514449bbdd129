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
# Very large letters: every page in every language, both ways up.
escale_walk(grand --modes borne,retour --langues fr,ar --apparence grand)
escale_walk(grand_langues --modes borne,retour --langues en,uk --apparence grand)
escale_walk(grand_suivi --modes mediateur,permanence --apparence grand)
escale_walk(contraste --modes borne --langues fr --apparence contraste)
escale_walk(retour --modes retour)
escale_walk(mediateur --modes mediateur)
escale_walk(permanence --modes permanence)
# Every question of the catalogue, whoever it is for: one that nobody is shown makes it fail.
escale_walk(questions --modes questions --langues fr)
escale_walk(questions_langues --modes questions --langues ar,en,uk)
escale_walk(questions_grand --modes questions --langues fr,ar --apparence grand)
escale_walk(questions_grand_langues --modes questions --langues en,uk --apparence grand)
# A language that nobody speaks, longer than French: what it does not cut, another one will not.
escale_walk(plus_long --modes borne,questions,photos,retour --langues pseudo)
# In front of a camera that is a folder of pictures: every advice, every refusal.
escale_walk(photos --modes photos)
escale_walk(lus --modes lus)
escale_walk(lus_grand --modes lus --apparence grand)
escale_walk(photos_grand --modes photos --langues fr,ar --apparence grand)
escale_walk(place --modes place)
escale_walk(place_grand --modes place --langues fr,ar --apparence grand)
escale_walk(calme --modes borne --langues fr --apparence calme --taille 1920x1080)
escale_walk(pas_pret --modes pas-pret)

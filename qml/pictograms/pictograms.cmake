# Pictograms as resources: qrc:/qt/qml/Escale/Ui/pictograms/[FOLDER/]NAME.svg
#
# Drawn by hand: the folder itself (light theme), contraste/ and quai/ (white line, on night).
# Made here by changing the three colours of the light drawing, so that the drawings cannot drift
# apart:
#   bouton/  on a primary button (sea)            jaune/  on yellow, high contrast
#   ambre/   on amber                             brique/ in a message to correct
#   feuille/ in a state that is done              quai/   the ones not drawn by hand
set(pictogram_out ${CMAKE_CURRENT_BINARY_DIR}/pictograms)
file(GLOB pictogram_names RELATIVE ${CMAKE_CURRENT_LIST_DIR} CONFIGURE_DEPENDS
    ${CMAKE_CURRENT_LIST_DIR}/*.svg)

function(escale_recolour name folder line face accent)
    set(out ${pictogram_out}/${folder}/${name})
    set(from ${CMAKE_CURRENT_SOURCE_DIR}/pictograms/${name})
    file(READ ${from} drawing)
    # White parts first: they must not be mixed up with an accent that becomes white.
    if(folder STREQUAL "jaune" OR folder STREQUAL "bouton" OR folder STREQUAL "quai")
        string(REPLACE "fill=\"#fff\"" "fill=\"${face}\"" drawing "${drawing}")
    endif()
    string(REPLACE "#0b4048" "${line}" drawing "${drawing}")
    string(REPLACE "#d9eae7" "${face}" drawing "${drawing}")
    string(REPLACE "#ffc24b" "${accent}" drawing "${drawing}")
    file(CONFIGURE OUTPUT ${out} CONTENT "${drawing}" @ONLY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${from})
endfunction()

set(pictogram_resources "")
foreach(name ${pictogram_names})
    escale_recolour(${name} bouton "#ffffff" "#2c6e77" "#ffc24b")
    escale_recolour(${name} ambre "#12292c" "#ffe7b5" "#ffffff")
    escale_recolour(${name} jaune "#000000" "#ffd94a" "#000000")
    escale_recolour(${name} brique "#8a2413" "#fbe4dc" "#ffc24b")
    escale_recolour(${name} feuille "#175433" "#dcefdf" "#ffc24b")
    set(made bouton ambre jaune brique feuille)
    set(drawn "${CMAKE_CURRENT_LIST_DIR}/${name}" "${CMAKE_CURRENT_LIST_DIR}/contraste/${name}")
    if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/quai/${name})
        list(APPEND drawn ${CMAKE_CURRENT_LIST_DIR}/quai/${name})
    else()
        escale_recolour(${name} quai "#ffffff" "#1f6068" "#ffc24b")
        list(APPEND made quai)
    endif()
    foreach(file ${drawn})
        file(RELATIVE_PATH alias ${CMAKE_CURRENT_SOURCE_DIR} ${file})
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${alias})
        list(APPEND pictogram_resources ${file})
    endforeach()
    foreach(folder ${made})
        set(file ${pictogram_out}/${folder}/${name})
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS pictograms/${folder}/${name})
        list(APPEND pictogram_resources ${file})
    endforeach()
endforeach()

file(GLOB illustration_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/illustrations/*.svg)
foreach(file ${illustration_files})
    file(RELATIVE_PATH alias ${CMAKE_CURRENT_SOURCE_DIR} ${file})
    set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${alias})
    list(APPEND pictogram_resources ${file})
endforeach()

# From photo to page. Names start with client_scan_.
if(NOT TARGET escale_client_scan)
    return()
endif()
find_package(OpenCV 4.6 REQUIRED COMPONENTS core imgproc)
find_package(JPEG REQUIRED)
find_package(PNG REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(ScanQpdf REQUIRED IMPORTED_TARGET libqpdf)
add_library(client_scan_scenes STATIC
    ${CMAKE_CURRENT_LIST_DIR}/scan_scenes.cpp ${CMAKE_CURRENT_LIST_DIR}/scan_sheets.cpp)
target_link_libraries(client_scan_scenes
    PUBLIC escale_options escale_client_scan opencv_core opencv_imgproc JPEG::JPEG)
# Loops over millions of points. OpenCV 4.6 mixes two enumerations, which C++20 deprecates.
target_compile_options(client_scan_scenes PRIVATE -O3 PUBLIC -Wno-deprecated-enum-enum-conversion)
set_target_properties(client_scan_scenes PROPERTIES AUTOMOC OFF)
foreach(name gate page outline preview)
    escale_test(client_scan_${name}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/scan_${name}_test.cpp
        LINKS client_scan_scenes PkgConfig::ScanQpdf)
    target_compile_definitions(client_scan_${name}_test PRIVATE POINTERHOLDER_TRANSITION=4)
endforeach()

# The two parts of OpenCV that the project uses. Debian keeps OpenCV's own CMake files in libopencv-dev,
# which brings everything that OpenCV has (windows, codecs, networks): not for us.
#   find_package(OpenCVParts REQUIRED)   → opencv_core, opencv_imgproc
find_path(OPENCV_PARTS_INCLUDE opencv2/imgproc.hpp PATH_SUFFIXES opencv4)
find_library(OPENCV_PARTS_CORE opencv_core)
find_library(OPENCV_PARTS_IMGPROC opencv_imgproc)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OpenCVParts
    REQUIRED_VARS OPENCV_PARTS_INCLUDE OPENCV_PARTS_CORE OPENCV_PARTS_IMGPROC)
if(OpenCVParts_FOUND AND NOT TARGET opencv_core)
    foreach(part core imgproc)
        string(TOUPPER ${part} name)
        add_library(opencv_${part} SHARED IMPORTED GLOBAL)
        set_target_properties(opencv_${part} PROPERTIES
            IMPORTED_LOCATION ${OPENCV_PARTS_${name}}
            INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${OPENCV_PARTS_INCLUDE}
            INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_PARTS_INCLUDE})
    endforeach()
    set_property(TARGET opencv_imgproc APPEND PROPERTY INTERFACE_LINK_LIBRARIES opencv_core)
endif()
mark_as_advanced(OPENCV_PARTS_INCLUDE OPENCV_PARTS_CORE OPENCV_PARTS_IMGPROC)

# A library that makes a disk look full, for the programs started with it (LD_PRELOAD).
add_library(disk_fault MODULE ${CMAKE_CURRENT_LIST_DIR}/disk_fault.cpp)
set_target_properties(disk_fault PROPERTIES AUTOMOC OFF)

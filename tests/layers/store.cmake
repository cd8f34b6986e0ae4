gk_unit(source store)
gk_unit(transaction store)

# Writers stopped or failed at their system calls.
add_executable(fault ${PROJECT_SOURCE_DIR}/tests/fault/fault.c)
target_link_libraries(fault PRIVATE gk_flags)
add_executable(writer ${PROJECT_SOURCE_DIR}/tests/fault/writer.c)
target_link_libraries(writer PRIVATE gk_store gk_flags)
foreach(how IN ITEMS kill ENOSPC)
  foreach(what IN ITEMS add save)
    add_test(NAME fault/${how}-${what}
      COMMAND ${PROJECT_SOURCE_DIR}/tests/fault/campaign.sh $<TARGET_FILE:fault> $<TARGET_FILE:writer> ${how} 260 ${what})
  endforeach()
endforeach()

gk_unit(index store)
gk_unit(index_query store)
gk_unit(index_trouble store)

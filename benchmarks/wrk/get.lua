-- One record by id, the ids in turn from a file; every thread starts elsewhere in it.
local ids, at = {}, 0
function init(args)
  for line in io.lines(args[1]) do ids[#ids + 1] = line end
  math.randomseed(tonumber(tostring({}):match("0x(%x+)"), 16) % 2147483647)
  at = math.random(#ids)
  base = args[2]
  wrk.headers["Authorization"] = args[3]
end
function request()
  at = at % #ids + 1
  return wrk.format("GET", base .. ids[at])
end

-- A page of 50 by two filters and a sort, the pairs in turn. args: path or empty for GET paths, authorization
local regions, states, at = 8, 5, 0
function init(args)
  path, get = args[1], args[3] == "get"
  wrk.headers["Authorization"] = args[2]
  wrk.headers["Content-Type"] = "application/json"
end
function request()
  at = (at + 7) % (regions * states)
  local region, status = "r" .. (at % regions), "s" .. math.floor(at / regions)
  if get then return wrk.format("GET", path .. region .. "/" .. status) end
  return wrk.format("POST", path, nil, '{"filter":{"and":[{"field":"region","op":"eq","value":"' .. region
    .. '"},{"field":"status","op":"eq","value":"' .. status .. '"}]},"sort":[{"field":"amount","desc":true}],"limit":50}')
end

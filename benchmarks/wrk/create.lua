-- One new record with its history. args: path, authorization
function init(args)
  path = args[1]
  wrk.headers["Authorization"] = args[2]
  wrk.headers["Content-Type"] = "application/json"
end
function request()
  return wrk.format("POST", path, nil, '{"values":{"name":"压测客户","code":"C-1001","amount":"12.50","quantity":"3",'
    .. '"region":"r1","status":"s1","due":"2026-11-21","phone":"13800000000","score":"7","active":true,"area":"华东","note":"bench"}}')
end

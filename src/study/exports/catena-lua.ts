// In: nothing. Out: the text of exports/catena.lua, a hand-written filter for pandoc 2.17 and later (see catena-ids.ts).

export const luaFilter = String.raw`-- catena.lua: links from a Markdown paper to the evidence of a review that was published with Catena. Apache-2.0.
--   pandoc paper.md --lua-filter catena.lua -o paper.docx
--   [](catena:s6-e12)  [text](catena:access_control)  [](catena:code/s6)
-- catena-ids.txt lies in the working folder or beside this file, or where the metadata field catena-ids says;
-- the field catena-base sets another address of the site. An unknown id ends pandoc with status 83.

local kinds = { source = true, excerpt = true, passage = true, code = true }
local exact, folded, unknown = {}, {}, {}
local study = { key = '', release = '', base = '' }

local function say(words) io.stderr:write('catena: ' .. words .. '\n') end

local function fields(line)
  local found = {}
  for field in (line .. '\t'):gmatch('([^\t]*)\t') do found[#found + 1] = field end
  return found
end

-- By kind and id, and by id alone for whoever comes first: sources, excerpts, passages, codes.
local function remember(kind, id, entry)
  for _, name in ipairs({ kind .. '/' .. id, id }) do
    if exact[name] == nil then exact[name] = entry end
    local lower = name:lower()
    if folded[lower] == nil then folded[lower] = entry end
  end
end

local function read(path)
  local file = io.open(path, 'r')
  if file == nil then return false end
  for line in file:lines() do
    local f = fields((line:gsub('\r$', '')))
    if f[1] == 'study' then study = { key = f[2], release = f[3] or '', base = f[4] or '' }
    elseif f[1] == 'moved' then remember(f[2], f[3], { kind = f[2], id = f[3], to = f[4] })
    elseif f[1] == 'gone' then remember(f[2], f[3], { kind = f[2], id = f[3], gone = f[4] or '' })
    elseif kinds[f[1]] then remember(f[1], f[2], { kind = f[1], id = f[2], path = f[3], label = f[4] or '' }) end
  end
  file:close()
  return true
end

local function find(name) return exact[name] or folded[name:lower()] end

local function decoded(text)
  return (text:gsub('%%(%x%x)', function(hex) return string.char(tonumber(hex, 16)) end))
end

local function shown(link, entry)
  if #link.content > 0 then return link.content end
  return { pandoc.Str(entry.kind == 'code' and entry.label ~= '' and entry.label or entry.id) }
end

local function resolve(link)
  local name = link.target:match('^catena:(.*)$')
  if name == nil then return nil end
  name = decoded(name)
  local entry = find(name)
  if entry == nil then
    unknown[#unknown + 1] = name
    return nil
  end
  if entry.to ~= nil then
    say(entry.kind .. " '" .. entry.id .. "' is now '" .. entry.to .. "': please change the paper")
    entry = find(entry.kind .. '/' .. entry.to)
  end
  if entry.gone ~= nil then
    say(entry.kind .. " '" .. entry.id .. "' was withdrawn: " .. entry.gone)
    return shown(link, entry)
  end
  return pandoc.Link(shown(link, entry), study.base .. entry.path, link.title, link.attr)
end

function Pandoc(doc)
  local beside = (PANDOC_SCRIPT_FILE or ''):match('^(.*[/\\])') or ''
  local named = doc.meta['catena-ids'] and pandoc.utils.stringify(doc.meta['catena-ids'])
  if not ((named and read(named)) or (not named and (read('catena-ids.txt') or read(beside .. 'catena-ids.txt')))) then
    say('no file ' .. (named or 'catena-ids.txt') .. '; it lies beside catena.lua on the site of the review')
    os.exit(83)
  end
  if doc.meta['catena-base'] then study.base = pandoc.utils.stringify(doc.meta['catena-base']) end
  doc = doc:walk({ Link = resolve })
  if #unknown > 0 then
    for _, name in ipairs(unknown) do
      say("unknown id '" .. name .. "' in study '" .. study.key .. "' release " .. study.release)
    end
    os.exit(83)
  end
  return doc
end
`;

-- Slots, queues and rests in Redis. One call is one step: Redis runs a script whole before it listens to anybody else.
-- KEYS: people's slots, the worker's slots, the queue, the rest of the key, the last number given out.
-- Sorted sets: number -> when it returns or runs out. Times are the server's, in seconds; the rules are in domain/slots.py.
local people_key, worker_key, queue_key, rest_key, number_key = unpack(KEYS)
local what, given_now = ARGV[1], ARGV[2]
local arguments = {}
for i = 3, #ARGV do arguments[i - 2] = tonumber(ARGV[i]) end

local now = tonumber(given_now)
if not now then
    local time = redis.call('TIME')
    now = time[1] + time[2] / 1e6
end

-- Lua's own way to write a number keeps 14 digits: of a time of today no more than tenths of a millisecond.
local function text(number) return string.format('%.7f', number) end

local function rest()
    local found = redis.call('HMGET', rest_key, 'until', 'trial')
    return tonumber(found[1]), found[2]
end

local function forget(key, latest)
    redis.call('ZREMRANGEBYSCORE', key, '-inf', text(now))
    redis.call('ZREMRANGEBYSCORE', key, '(' .. text(latest), '+inf')
end

-- {number, seconds from now} of each member, the first first.
local function members(key)
    local found = {}
    local flat = redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')
    for i = 1, #flat, 2 do found[#found + 1] = {tonumber(flat[i]), flat[i + 1] - now} end
    return found
end

local function take(is_people, own_most, all_most, idle_most, hold, window, rest_s, patience, ticket, longest, rounding, late, look)
    is_people = is_people == 1
    ticket = ticket > 0 and ticket or nil
    local rests_until, trial = rest()
    if rests_until and not trial and rests_until > now and rests_until - now <= rest_s + rounding then
        return {'rests', text(rests_until - now)}
    end
    forget(people_key, now + longest + window + rounding)
    forget(worker_key, now + longest + window + rounding)
    forget(queue_key, now + longest)
    local people, worker, queue = members(people_key), members(worker_key), members(queue_key)

    local mine_is_there = ticket and redis.call('ZSCORE', queue_key, ticket)
    local ahead = {}
    for _, waiting in ipairs(queue) do
        if not mine_is_there or waiting[1] < ticket then ahead[#ahead + 1] = waiting end
    end
    local function admits(people_in_use, worker_in_use, waiting)
        local kept = is_people and waiting or 0
        local own = is_people and people_in_use or worker_in_use
        local in_use = people_in_use + worker_in_use + kept
        return (own + kept < own_most and in_use < all_most) or (waiting == 0 and in_use < idle_most)
    end
    local function opens_in()
        local changes = {}
        for _, slot in ipairs(people) do changes[#changes + 1] = {slot[2], 1, 0, 0} end
        for _, slot in ipairs(worker) do changes[#changes + 1] = {slot[2], 0, 1, 0} end
        if not is_people then
            for _, waiting in ipairs(ahead) do changes[#changes + 1] = {waiting[2], 0, 0, 1} end
        end
        table.sort(changes, function(one, other) return one[1] < other[1] end)
        local of_people, of_worker, waiting = #people, #worker, #ahead
        for _, change in ipairs(changes) do
            of_people, of_worker, waiting = of_people - change[2], of_worker - change[3], waiting - change[4]
            if admits(of_people, of_worker, waiting) then return math.min(change[1], window) end
        end
        return window
    end

    local wait
    if trial and rests_until > now and rests_until - now <= longest + rounding then
        wait = look
    elseif admits(#people, #worker, #ahead) then
        local slot = redis.call('INCR', number_key)
        redis.call('ZADD', is_people and people_key or worker_key, text(now + hold + window), slot)
        if ticket then redis.call('ZREM', queue_key, ticket) end
        if rests_until then redis.call('HSET', rest_key, 'until', text(now + hold), 'trial', slot) end
        return {'slot', slot}
    else
        wait = opens_in()
    end
    if wait <= patience and is_people and not ticket then
        ticket = redis.call('INCR', number_key)
        redis.call('ZADD', queue_key, text(now + patience + late), ticket)
    end
    return {'wait', text(wait), wait <= patience and ticket or 0}
end

if what == 'take' then return take(unpack(arguments)) end
if what == 'in_use' then
    local latest = text(now + arguments[1] + arguments[2])
    local function count(key) return redis.call('ZCOUNT', key, '(' .. text(now), latest) end
    return {count(people_key), count(worker_key)}
end
if what == 'leave' then return redis.call('ZREM', queue_key, ARGV[3]) end
if what == 'end' then
    local returns_at = text(now + arguments[2])
    redis.call('ZADD', people_key, 'XX', returns_at, ARGV[3])
    redis.call('ZADD', worker_key, 'XX', returns_at, ARGV[3])
    local _, trial = rest()
    return trial == ARGV[3] and redis.call('DEL', rest_key) or 0
end
if what == 'rest' then
    redis.call('DEL', rest_key)
    return redis.call('HSET', rest_key, 'until', text(now + arguments[1]))
end
local rests_until, trial = rest()
return text(rests_until and not trial and rests_until - now or 0)

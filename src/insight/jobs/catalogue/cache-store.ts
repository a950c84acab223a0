import type { Job } from "../job.ts";

export const cacheStore: Job = {
  id: "cache-store",
  title: "Cache store client",
  definition: "Keeps values in fast shared memory: which store a program talks to.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/ioredis",
        "pkg:npm/redis",
        "pkg:npm/connect-redis",
        "pkg:npm/%40redis/client",
      ],
      reason: "Redis and its kin",
    },
    {
      packages: ["pkg:npm/memcached", "pkg:npm/memjs", "pkg:npm/memcache-plus"],
      reason: "Memcached",
    },
    { packages: ["pkg:npm/hazelcast-client"], reason: "Hazelcast" },
    {
      packages: [
        "pkg:gem/redis",
        "pkg:gem/redis-client",
        "pkg:gem/redis-rails",
        "pkg:gem/redis-store",
        "pkg:gem/redis-actionpack",
        "pkg:gem/hiredis",
        "pkg:gem/readthis",
      ],
      reason: "Redis and its kin",
    },
    { packages: ["pkg:gem/dalli", "pkg:gem/memcached"], reason: "Memcached" },
    { packages: ["pkg:gem/solid_cache"], reason: "the application's own database" },
    {
      packages: [
        "pkg:pypi/redis",
        "pkg:pypi/django-redis",
        "pkg:pypi/aioredis",
        "pkg:pypi/redis-py-cluster",
      ],
      reason: "Redis and its kin",
    },
    {
      packages: [
        "pkg:pypi/pymemcache",
        "pkg:pypi/python-memcached",
        "pkg:pypi/pylibmc",
        "pkg:pypi/python-binary-memcached",
        "pkg:pypi/aiomcache",
      ],
      reason: "Memcached",
    },
    { packages: ["pkg:pypi/diskcache"], reason: "files" },
    { packages: ["pkg:pypi/hazelcast-python-client"], reason: "Hazelcast" },
    {
      packages: [
        "pkg:maven/redis.clients/jedis",
        "pkg:maven/io.lettuce/lettuce-core",
        "pkg:maven/org.redisson/redisson",
        "pkg:maven/org.springframework.boot/spring-boot-starter-data-redis",
      ],
      reason: "Redis and its kin",
    },
    {
      packages: [
        "pkg:maven/com.googlecode.xmemcached/xmemcached",
        "pkg:maven/net.spy/spymemcached",
      ],
      reason: "Memcached",
    },
    { packages: ["pkg:maven/com.hazelcast/hazelcast"], reason: "Hazelcast" },
    {
      packages: ["pkg:maven/org.ehcache/ehcache", "pkg:maven/net.sf.ehcache/ehcache"],
      reason: "Ehcache",
    },
    {
      packages: [
        "pkg:maven/org.infinispan/infinispan-core",
        "pkg:maven/org.infinispan/infinispan-client-hotrod",
      ],
      reason: "Infinispan",
    },
    {
      packages: [
        "pkg:golang/github.com/redis/go-redis/v9",
        "pkg:golang/github.com/go-redis/redis",
        "pkg:golang/github.com/go-redis/redis/v8",
        "pkg:golang/github.com/gomodule/redigo",
        "pkg:golang/github.com/redis/rueidis",
      ],
      reason: "Redis and its kin",
    },
    { packages: ["pkg:golang/github.com/bradfitz/gomemcache"], reason: "Memcached" },
    {
      packages: ["pkg:golang/github.com/golang/groupcache"],
      reason: "groupcache between the processes",
    },
  ],
  absent: {},
};

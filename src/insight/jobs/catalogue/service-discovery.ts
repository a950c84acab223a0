import type { Job } from "../job.ts";

export const serviceDiscovery: Job = {
  id: "service-discovery",
  title: "Service discovery",
  definition: "Finds the address of another service while running.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/consul"], reason: "Consul" },
    { packages: ["pkg:npm/eureka-js-client"], reason: "Eureka" },
    { packages: ["pkg:npm/node-zookeeper-client", "pkg:npm/zookeeper"], reason: "ZooKeeper" },
    { packages: ["pkg:npm/etcd3"], reason: "etcd" },
    { packages: ["pkg:npm/nacos"], reason: "Nacos" },
    { packages: ["pkg:gem/diplomat"], reason: "Consul" },
    { packages: ["pkg:gem/zk", "pkg:gem/zookeeper"], reason: "ZooKeeper" },
    { packages: ["pkg:gem/etcdv3"], reason: "etcd" },
    {
      packages: ["pkg:pypi/python-consul", "pkg:pypi/python-consul2", "pkg:pypi/py-consul"],
      reason: "Consul",
    },
    { packages: ["pkg:pypi/py-eureka-client"], reason: "Eureka" },
    { packages: ["pkg:pypi/kazoo"], reason: "ZooKeeper" },
    { packages: ["pkg:pypi/etcd3", "pkg:pypi/python-etcd"], reason: "etcd" },
    { packages: ["pkg:pypi/nacos-sdk-python"], reason: "Nacos" },
    {
      packages: [
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-netflix-eureka-client",
        "pkg:maven/com.netflix.eureka/eureka-client",
      ],
      reason: "Eureka",
    },
    {
      packages: [
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-consul-discovery",
        "pkg:maven/com.orbitz.consul/consul-client",
      ],
      reason: "Consul",
    },
    {
      packages: [
        "pkg:maven/org.apache.curator/curator-x-discovery",
        "pkg:maven/org.apache.zookeeper/zookeeper",
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-zookeeper-discovery",
      ],
      reason: "ZooKeeper",
    },
    {
      packages: [
        "pkg:maven/com.alibaba.cloud/spring-cloud-starter-alibaba-nacos-discovery",
        "pkg:maven/com.alibaba.nacos/nacos-client",
      ],
      reason: "Nacos",
    },
    {
      packages: [
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-kubernetes-client",
        "pkg:maven/io.fabric8/kubernetes-client",
      ],
      reason: "Kubernetes",
    },
    { packages: ["pkg:maven/io.etcd/jetcd-core"], reason: "etcd" },
    { packages: ["pkg:golang/github.com/hashicorp/consul/api"], reason: "Consul" },
    {
      packages: [
        "pkg:golang/go.etcd.io/etcd/client/v3",
        "pkg:golang/go.etcd.io/etcd",
        "pkg:golang/github.com/coreos/etcd",
      ],
      reason: "etcd",
    },
    {
      packages: [
        "pkg:golang/github.com/go-zookeeper/zk",
        "pkg:golang/github.com/samuel/go-zookeeper",
      ],
      reason: "ZooKeeper",
    },
    {
      packages: [
        "pkg:golang/github.com/nacos-group/nacos-sdk-go",
        "pkg:golang/github.com/nacos-group/nacos-sdk-go/v2",
      ],
      reason: "Nacos",
    },
  ],
  absent: {},
};

/** Names that say what kind of thing is called rather than which one; a reference to them tells nothing. */
export const genericNames: ReadonlySet<string> = new Set(
  (
    "a abstract api app application auth-token aws aws-s3 base base-api c cache client common config cookie core custom data database " +
    "db default dev development docker dummy elasticsearch env example external fake fetch file git github gitlab google grpc " +
    "graphql home host http http-json https id image internal ip java json jwt key kafka local localhost log memcached mock mongo mongodb " +
    "my mysql new next null oauth oauth2 open open-api page postgres postgresql prod production proxy public public-api rabbitmq rails " +
    "redirect redis remote request rest root ruby s3 server service simple site smtp sqs sns ssh staging stub swagger tcp test " +
    "the token url web webhook websocket website www xml"
  ).split(" "),
);

/** Methods that every client has: `AcmeApi.get` names no service. */
export const genericMethods: ReadonlySet<string> = new Set(
  (
    "all add apply build call class clear client clients close config configuration configure configure-with connect create current default " +
    "define-method delete endpoint env error errors execute fetch find first for from get handle headers host include init initialize inject " +
    "instance instance-methods last list load log logger map match method-defined name names new of on open options parse patch " +
    "perform post process provide provider put raise reduce register request reset resource response root run save send set setup " +
    "start stop then to to-s to-string update url use valid value values version with"
  ).split(" "),
);

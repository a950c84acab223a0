import type { Job } from "../job.ts";

export const relationalDatabase: Job = {
  id: "relational-database",
  title: "Relational database",
  definition: "Keeps tables: which database a program connects to, seen from its driver.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/pg", "pkg:npm/postgres", "pkg:npm/pg-native"], reason: "PostgreSQL" },
    { packages: ["pkg:npm/mysql2", "pkg:npm/mysql"], reason: "MySQL and MariaDB" },
    { packages: ["pkg:npm/mariadb"], reason: "MariaDB" },
    { packages: ["pkg:npm/better-sqlite3", "pkg:npm/sqlite3", "pkg:npm/sqlite"], reason: "SQLite" },
    { packages: ["pkg:npm/mssql", "pkg:npm/tedious"], reason: "SQL Server" },
    { packages: ["pkg:npm/oracledb"], reason: "Oracle" },
    { packages: ["pkg:gem/pg"], reason: "PostgreSQL" },
    {
      packages: ["pkg:gem/mysql2", "pkg:gem/trilogy", "pkg:gem/mysql"],
      reason: "MySQL and MariaDB",
    },
    { packages: ["pkg:gem/sqlite3"], reason: "SQLite" },
    {
      packages: ["pkg:gem/tiny_tds", "pkg:gem/activerecord-sqlserver-adapter"],
      reason: "SQL Server",
    },
    {
      packages: ["pkg:gem/ruby-oci8", "pkg:gem/activerecord-oracle_enhanced-adapter"],
      reason: "Oracle",
    },
    {
      packages: [
        "pkg:pypi/psycopg2",
        "pkg:pypi/psycopg2-binary",
        "pkg:pypi/psycopg",
        "pkg:pypi/psycopg-binary",
        "pkg:pypi/asyncpg",
        "pkg:pypi/pg8000",
        "pkg:pypi/aiopg",
      ],
      reason: "PostgreSQL",
    },
    {
      packages: [
        "pkg:pypi/pymysql",
        "pkg:pypi/mysqlclient",
        "pkg:pypi/mysql-connector-python",
        "pkg:pypi/aiomysql",
      ],
      reason: "MySQL and MariaDB",
    },
    { packages: ["pkg:pypi/aiosqlite"], reason: "SQLite" },
    {
      packages: ["pkg:pypi/pyodbc", "pkg:pypi/pymssql", "pkg:pypi/mssql-django"],
      reason: "SQL Server",
    },
    { packages: ["pkg:pypi/oracledb", "pkg:pypi/cx-oracle"], reason: "Oracle" },
    {
      packages: [
        "pkg:maven/org.postgresql/postgresql",
        "pkg:maven/org.postgresql/r2dbc-postgresql",
      ],
      reason: "PostgreSQL",
    },
    {
      packages: ["pkg:maven/com.mysql/mysql-connector-j", "pkg:maven/mysql/mysql-connector-java"],
      reason: "MySQL",
    },
    { packages: ["pkg:maven/org.mariadb.jdbc/mariadb-java-client"], reason: "MariaDB" },
    { packages: ["pkg:maven/com.microsoft.sqlserver/mssql-jdbc"], reason: "SQL Server" },
    {
      packages: [
        "pkg:maven/com.oracle.database.jdbc/ojdbc8",
        "pkg:maven/com.oracle.database.jdbc/ojdbc11",
      ],
      reason: "Oracle",
    },
    { packages: ["pkg:maven/org.xerial/sqlite-jdbc"], reason: "SQLite" },
    { packages: ["pkg:maven/com.ibm.db2/jcc"], reason: "Db2" },
    {
      packages: [
        "pkg:golang/github.com/lib/pq",
        "pkg:golang/github.com/jackc/pgx",
        "pkg:golang/github.com/jackc/pgx/v4",
        "pkg:golang/github.com/jackc/pgx/v5",
        "pkg:golang/gorm.io/driver/postgres",
      ],
      reason: "PostgreSQL",
    },
    {
      packages: ["pkg:golang/github.com/go-sql-driver/mysql", "pkg:golang/gorm.io/driver/mysql"],
      reason: "MySQL and MariaDB",
    },
    {
      packages: [
        "pkg:golang/github.com/mattn/go-sqlite3",
        "pkg:golang/modernc.org/sqlite",
        "pkg:golang/gorm.io/driver/sqlite",
      ],
      reason: "SQLite",
    },
    {
      packages: [
        "pkg:golang/github.com/denisenkom/go-mssqldb",
        "pkg:golang/github.com/microsoft/go-mssqldb",
        "pkg:golang/gorm.io/driver/sqlserver",
      ],
      reason: "SQL Server",
    },
    {
      packages: ["pkg:golang/github.com/godror/godror", "pkg:golang/github.com/sijms/go-ora/v2"],
      reason: "Oracle",
    },
  ],
  absent: {},
};

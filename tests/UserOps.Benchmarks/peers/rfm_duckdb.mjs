// RFM scores with DuckDB on two threads: rfm_duckdb.mjs FOLDER REPETITIONS; prints the median and best milliseconds.
import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [folder, repetitions] = [process.argv[2], Number(process.argv[3])];
const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
await connection.run(
  `CREATE TABLE rows AS SELECT id::INTEGER AS id, recency::INTEGER AS recency, orders::INTEGER AS orders, amount::BIGINT AS amount
   FROM read_csv('${folder}/rows.csv')`);

const reached = (column) =>
  `(CASE WHEN ${column} >= ${column}_cuts[4] THEN 4 WHEN ${column} >= ${column}_cuts[3] THEN 3
    WHEN ${column} >= ${column}_cuts[2] THEN 2 WHEN ${column} >= ${column}_cuts[1] THEN 1 ELSE 0 END)`;
const cuts = (column, unit) => `list_transform(quantile_cont(${column}, [0.2, 0.4, 0.6, 0.8]), lambda q: q + ${unit}) AS ${column}_cuts`;
const query = `CREATE OR REPLACE TABLE scores AS
  WITH cuts AS (SELECT ${cuts("recency", 1)}, ${cuts("orders", 1)}, ${cuts("amount", 100)} FROM rows)
  SELECT id, ((4 - ${reached("recency")}) * 25 + ${reached("orders")} * 5 + ${reached("amount")})::UTINYINT AS code FROM rows, cuts`;

const times = [];
for (let repetition = 0; repetition < repetitions + 3; repetition++) {
  const start = performance.now();
  await connection.run(query);
  times.push(performance.now() - start);
}

const scores = await connection.runAndReadAll("SELECT code FROM scores ORDER BY id");
writeFileSync(`${folder}/rfm_duckdb.mjs.scores`, Uint8Array.from(scores.getColumns()[0]));
const sorted = times.slice(3).sort((a, b) => a - b);
console.log(sorted[repetitions >> 1], sorted[0]);

import { withoutAddresses } from "../catalogue/entity.js";
import { entriesOf, field, isRecord, textOf } from "../untrusted-value.js";
const mostItems = 5_000;
/** A place in a document: reads what stands there and notes, with its line, what cannot be used. */
export class ObjectiveNode {
    value;
    document;
    path;
    problems;
    constructor(document, problems, value, path) {
        this.document = document;
        this.problems = problems;
        this.value = value;
        this.path = path;
    }
    get line() {
        return this.document.lineOf(this.path);
    }
    get isPresent() {
        return this.value !== undefined && this.value !== null;
    }
    get isList() {
        return Array.isArray(this.value);
    }
    get isMap() {
        return isRecord(this.value);
    }
    at(...keys) {
        const value = field(this.value, ...keys);
        return new ObjectiveNode(this.document, this.problems, value, [...this.path, ...keys]);
    }
    items() {
        if (!Array.isArray(this.value))
            return [];
        if (this.value.length > mostItems)
            this.unsupported(`Only the first ${String(mostItems)} entries are read`);
        return this.value
            .slice(0, mostItems)
            .map((item, index) => new ObjectiveNode(this.document, this.problems, item, [...this.path, index]));
    }
    /** Addresses of persons do not survive reading. */
    text(limit = 300) {
        return withoutAddresses(textOf(this.value, limit));
    }
    number() {
        if (typeof this.value === "string" &&
            /^\s{0,20}-?\d{1,20}(?:\.\d{1,30})?\s{0,20}$/.test(this.value))
            return Number(this.value);
        return typeof this.value === "number" && Number.isFinite(this.value) ? this.value : null;
    }
    isTrue() {
        return this.value === true;
    }
    /** Labels and annotations; whatever is neither text nor number is left out. */
    texts() {
        const pairs = entriesOf(this.value, 100).flatMap(([key, value]) => {
            const text = withoutAddresses(textOf(value, 1_000));
            return text === null || key.length > 200 ? [] : [[key, text]];
        });
        return Object.fromEntries(pairs);
    }
    invalid(text) {
        return this.note("invalid", text);
    }
    unsupported(text) {
        return this.note("unsupported", text);
    }
    note(code, text) {
        this.problems.push({ code, text: text.slice(0, 300), line: this.line });
        return null;
    }
}

import { personOwner } from "#evidence/owner-name.ts";
const blank = {
    namespace: null,
    title: null,
    description: null,
    type: null,
    lifecycle: null,
    owner: null,
    system: null,
    domain: null,
    subcomponentOf: null,
    providesApis: [],
    consumesApis: [],
    dependsOn: [],
    tags: [],
    repository: null,
};
/** An entity that says nothing but what is given. */
export function entity(given) {
    return { ...blank, ...given };
}
const address = /[^\s@:/<>"']{1,100}@[^\s@:/<>"']{1,200}/g;
/** E-mail addresses do not survive reading: each becomes the marker of an individual. */
export function withoutAddresses(text) {
    return text === null || !text.includes("@") ? text : text.replace(address, personOwner);
}

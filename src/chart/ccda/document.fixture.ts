/** Parts of a C-CDA document for tests. Every person in them is invented. */
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
<id root="1.2.3.4.5" extension="DOC-1"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
<title>Continuity of Care Document</title><effectiveTime value="20240305101500-0500"/>`;

export const TARGET = `<recordTarget><patientRole><id root="1.2.3.4" extension="990001"/>
<addr><streetAddressLine>1 Example Way</streetAddressLine><city>Springfield</city></addr>
<patient><name use="L"><given>Elise</given><family>Testfall</family></name><administrativeGenderCode code="F"/>
<birthTime value="19581104"/><raceCode code="2106-3" displayName="White"/></patient></patientRole></recordTarget>`;

/** A document of some sections. */
export const document = (sections: string, target = TARGET): string =>
  `${HEAD}${target}<author><assignedAuthor><assignedPerson><name><given>Anna</given><family>Invented</family></name></assignedPerson></assignedAuthor></author><component><structuredBody>${sections}</structuredBody></component></ClinicalDocument>`;

/** A section with its LOINC code, title, narrative and entries. */
export const section = (code: string, title: string, text: string, entries = ''): string =>
  `<component><section><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text>${entries
    .split('\n')
    .filter(Boolean)
    .map((entry) => `<entry>${entry}</entry>`)
    .join('')}</section></component>`;

/** An observation of a template, with what is in it. */
export const observation = (template: string, inner: string, attributes = ''): string =>
  `<observation classCode="OBS" moodCode="EVN" ${attributes}><templateId root="2.16.840.1.113883.10.20.22.4.${template}"/>${inner}</observation>`;

import { readAllergy } from './allergy.ts';
import { readComposition } from './composition.ts';
import { readCondition } from './condition.ts';
import { readDevice, readDeviceUse } from './device.ts';
import { readDocumentReference } from './document.ts';
import { readEncounter } from './encounter.ts';
import { readFamilyHistory } from './family.ts';
import { readImagingStudy } from './imaging.ts';
import { readImmunization } from './immunization.ts';
import {
  readMedicationAdministration,
  readMedicationDispense,
  readMedicationRequest,
  readMedicationStatement,
} from './medication.ts';
import { readObservation } from './observation.ts';
import { readCarePlan, readGoal, readServiceRequest } from './plan.ts';
import { readProcedure } from './procedure.ts';
import type { Reading } from './reading.ts';
import { readDiagnosticReport } from './report.ts';
import type { Resource } from './resource.ts';

/** What reads each type of resource. */
export const READERS: ReadonlyMap<string, (resource: Resource, reading: Reading) => void> = new Map([
  ['AllergyIntolerance', readAllergy],
  ['CarePlan', readCarePlan],
  ['Composition', readComposition],
  ['Condition', readCondition],
  ['Device', readDevice],
  ['DeviceUseStatement', readDeviceUse],
  ['DiagnosticReport', readDiagnosticReport],
  ['DocumentReference', readDocumentReference],
  ['Encounter', readEncounter],
  ['FamilyMemberHistory', readFamilyHistory],
  ['Goal', readGoal],
  ['ImagingStudy', readImagingStudy],
  ['Immunization', readImmunization],
  ['MedicationAdministration', readMedicationAdministration],
  ['MedicationDispense', readMedicationDispense],
  ['MedicationRequest', readMedicationRequest],
  ['MedicationStatement', readMedicationStatement],
  ['Observation', readObservation],
  ['Procedure', readProcedure],
  ['ServiceRequest', readServiceRequest],
]);

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Types that others refer to, or that run the business of care: nothing in them is an event of the patient's health. */
const ADMINISTRATIVE = words(
  'Patient Practitioner PractitionerRole Organization OrganizationAffiliation Location HealthcareService Endpoint ' +
    'Medication Substance Binary Bundle Provenance AuditEvent Consent Coverage CoverageEligibilityRequest ' +
    'CoverageEligibilityResponse Claim ClaimResponse ExplanationOfBenefit EnrollmentRequest EnrollmentResponse Account ' +
    'ChargeItem ChargeItemDefinition Contract Invoice PaymentNotice PaymentReconciliation InsurancePlan Appointment ' +
    'AppointmentResponse Schedule Slot Task Communication CommunicationRequest OperationOutcome Parameters Basic List ' +
    'Group Person RelatedPerson CareTeam EpisodeOfCare DocumentManifest MessageHeader MessageDefinition Subscription Linkage ' +
    'Specimen BodyStructure SupplyDelivery SupplyRequest DeviceDefinition DeviceMetric VerificationResult ' +
    'CapabilityStatement CodeSystem ConceptMap NamingSystem OperationDefinition SearchParameter StructureDefinition ' +
    'StructureMap ImplementationGuide ValueSet TerminologyCapabilities CompartmentDefinition GraphDefinition ' +
    'ExampleScenario TestScript TestReport Library Measure MeasureReport PlanDefinition ActivityDefinition ' +
    'EventDefinition EffectEvidenceSynthesis RiskEvidenceSynthesis Evidence EvidenceVariable ResearchDefinition ' +
    'ResearchElementDefinition ResearchStudy ResearchSubject CatalogEntry BiologicallyDerivedProduct MedicinalProduct ' +
    'MedicationKnowledge ObservationDefinition SpecimenDefinition Questionnaire',
);

/** Clinical types of R4 whose content is not read, and is said not to be. */
const NOT_READ = words(
  'AdverseEvent ClinicalImpression DetectedIssue DeviceRequest Flag GuidanceResponse ImmunizationEvaluation ' +
    'ImmunizationRecommendation Media MolecularSequence NutritionOrder QuestionnaireResponse RequestGroup RiskAssessment ' +
    'VisionPrescription',
);

/** What to do with a type that has no reader. */
export function standingOf(type: string): 'administrative' | 'not-read' | 'unknown' {
  return ADMINISTRATIVE.has(type) ? 'administrative' : NOT_READ.has(type) ? 'not-read' : 'unknown';
}

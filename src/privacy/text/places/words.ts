/** Words of streets, hospitals and other bodies. English. */
import { setOf } from '../sets.ts';

export const STREETS = setOf(
  'street avenue ave road rd lane ln boulevard blvd drive court circle cir terrace parkway pkwy highway hwy crescent close way place square trail plaza alley row mews turnpike route loop walk grove gardens parade pde esplanade quay park view heights hill villas',
);
/** Also other words or abbreviations: only with a number before and a capital. */
export const DOUBTFUL_STREETS = setOf(
  'st dr ct pl way row close loop place square walk route drive court circle trail plaza cir ln grove gardens alley parade quay park view heights hill villas',
);
export const STATES = setOf(
  'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr on qc bc ab mb sk ns nb nl',
);
/** Of Australia; its postcodes have four digits. */
export const AUSTRALIAN = setOf('vic nsw qld tas wa sa act nt');
export const BODIES = setOf(
  'hospital hospitals clinic infirmary hospice sanatorium sanitarium university college school academy pharmacy church temple mosque synagogue institute manor nursing healthcare medcenter elementary seminary correctional prison jail shelter dialysis klinikum krankenhaus',
);
export const CENTRES = setOf(
  'center centre home house facility practice group associates partners foundation trust surgery inc llc corp corporation company ltd llp industries enterprises bank department services network village lodge living care medicine rehab rehabilitation orthopedics orthopaedics pediatrics paediatrics oncology dermatology radiology cardiology urology imaging eyecare va',
);
/** Words of a body's name that tell no body from another. */
export const GENERAL = setOf(`
general community regional memorial medical children childrens women womens men mens veterans veteran va university state county city national local outside outpatient inpatient
emergency surgical surgery orthopedic orthopaedic dermatology cardiology neurology oncology urology pediatric paediatric psychiatric psychiatry mental behavioral health care urgent
acute primary family pain wound sleep heart cancer eye ent ob gyn obgyn rehabilitation rehab nursing skilled long term assisted living day hospital clinic center centre home the a an
and of at in for our this that his her their same other new private public teaching tertiary referring local high middle elementary law dental medicine nursing junior senior
night sunday preschool nursery home department room unit ward icu intensive critical step down labor delivery dialysis radiology imaging diagnostic laboratory lab infusion
chemotherapy diabetes endocrine gastroenterology gi pulmonary renal transplant trauma burn stroke vascular travel std hiv methadone anticoagulation coumadin headache spine hand
foot sports physical occupational speech therapy fertility allergy asthma memory fracture breast prostate weight loss bariatric walk-in free retail minute school vision hearing
graduate grade trade technical vocational business medical-surgical pre-op post-op recovery operating psych er ed to from with on or visit patient doctor physician hospitalized my your
funeral group foster nursing convalescent halfway summer boarding catholic baptist methodist lutheran presbyterian episcopal every no any some each one two three last next once another
internal prenatal antenatal well child baby maternal obstetrics obstetric gynecology gynecologic hematology infectious disease rheumatology nephrology plastic eating disorder adult
social services protective human department police fire army security insurance company
chronic maintenance bariatric pulmonary immunology urgent rehabilitation rehab middle infusion outpatient unit`);

export const STREET_WORDS: ReadonlySet<string> = new Set([...STREETS, 'st', 'dr', 'ct', 'pl']);
export const BODY_WORDS: ReadonlySet<string> = new Set([...BODIES, ...CENTRES]);

/** Streets in one word, German, Dutch and Scandinavian. */
export const COMPOUND_STREET =
  /^\p{L}{3,}(?:stra(?:ß|ss)e|strasze|str|weg|platz|allee|gasse|ufer|damm|straat|laan|gracht|plein|gatan|vej|gade)$/u;
/** Words of streets that stand before the name. */
export const STREET_BEFORE = setOf(
  'calle via avenida avda rue rua viale corso piazza plaza paseo carrer ulica ul camino cra carrera chemin quai jalan jl boulevard',
);
/** Of them and of others, those written small between a number and a name: "12 rue des Lilas", "47 avenue Foch". */
export const NUMBERED_STREET = setOf(
  'rue avenue av boulevard bd place impasse allée allee cours chemin quai via viale calle avenida rua',
);
/** Quarters and crossings of India, after their name. */
export const QUARTERS = setOf('nagar marg salai colony layout chowk bagh puram cross sector');
/** Flats, plots and houses with a number. */
export const UNITS = setOf('flat apartment apt plot door house villa h d unit');
export const ADDRESS_WORDS: ReadonlySet<string> = new Set([
  ...STREET_BEFORE,
  ...NUMBERED_STREET,
  ...QUARTERS,
  ...UNITS,
  'am',
  'co',
  'county',
]);

/**
 * Words of chest X-ray reports for the headings that the indexers of Open-I used (MeSH and RadLex). Data for the benchmark, not for care:
 * a heading such as `Lung` stands there for an abnormal finding of the lung (`Lung/hypoinflation`).
 */
export const CHEST_TERMS: Readonly<Record<string, string>> = {
  Lung: 'hyperinflated lungs|hyperexpanded lungs|hyperinflation|hyperexpansion|hyperaeration|hyperaerated|hyperdistention|hypoinflated lungs|hypoinflation|low lung volumes|low volumes|small lung volumes|reduced lung volumes|decreased lung volumes|diminished lung volumes|hypoventilation|hypoventilatory|hypoexpanded|hypoaeration|hypoaerated|poor inspiration|low inspiratory|shallow inspiration|suboptimal inspiration|overexpanded|overinflated|hyperexpanded|hyperinflated|hypoinflated|underinflated|under expanded|under inflated|increased lung volumes|large lung volumes|air trapping|poor inspiratory effort|hilar prominence|prominent hilum|prominent hilar|bihilar prominence|hilar adenopathy|hilar lymphadenopathy|hilar enlargement|enlarged hilar|hilar fullness|pulmonary detail obscured',
  Opacity: 'opacity|opacities|opacification|opacified|ground glass|groundglass|haziness',
  Calcinosis:
    'calcified lymph node|calcified lymph|calcified nodes|calcification|calcified aorta|aortic calcification|calcified hilar|calcified mediastinal|calcified thoracic aorta|calcified pleural plaque|calcified vasculature|calcified aortic|calcified sequelae|calcified density|calcified opacity|calcified nodule|calcified pulmonary nodule|calcified lung nodule|hilar calcification|calcified adenopathy|calcified lymphadenopathy|calcified tortuous aorta|calcified arteries|vascular calcification|calcific|calcified bronchi|calcified airways|calcified costochondral',
  'Pulmonary Atelectasis':
    'atelectasis|atelectatic|subsegmental atelectasis|atelectases|lobar collapse|partial collapse|collapse of the lung',
  Cardiomegaly:
    'cardiomegaly|enlarged heart|cardiac enlargement|heart enlarged|enlarged cardiomediastinal silhouette|heart size enlarged|enlargement of the heart|heart is large|heart size increased|large heart|increased heart size|cardiac size enlarged|borderline heart size|heart size borderline',
  'Thoracic Vertebrae':
    'degenerative change thoracic spine|degenerative thoracic spine|degenerative thoracic|degenerative disease thoracic spine|degenerative change midthoracic spine|degenerative change thoracic vertebrae|degenerative disc disease thoracic spine|degenerative endplate change thoracic spine|degenerative T-spine|degenerative changes thoracolumbar|degenerative midthoracic|degenerative dorsal spine',
  'Calcified Granuloma':
    'calcified granuloma|calcified granulomata|calcified nodule|calcified pulmonary nodule|calcified lung nodule|granulomatous calcification',
  Cicatrix: 'scar|scarring|cicatrix|fibrotic scar|scarred|pleuroparenchymal scarring',
  Markings:
    'interstitial markings|bronchovascular markings|bronchovascular crowding|lung markings|crowding of the bronchovascular|bronchovascular|prominent interstitium|perihilar markings|bronchial markings|pulmonary markings|peribronchial markings|reticular markings|crowded markings|vascular crowding|coarsened interstitium|interstitial lung markings|crowding|paratracheal stripe prominent|vascular markings|septal lines',
  'Pleural Effusion': 'pleural effusion|effusion|pleural fluid|hydrothorax|parapneumonic effusion',
  'Pericardial Effusion': 'pericardial effusion',
  Spine:
    'degenerative changes spine|degenerative spine|spinal degenerative|spondylotic changes spine|degenerative changes of the vertebral bodies|degenerative disease of the spine|degenerative changes spinal column|degenerative disc changes spine|degenerative changes of the skeleton|degenerative disc disease spine|multilevel degenerative changes of the spine|multilevel degenerative spine changes|degenerative endplate changes spine',
  Diaphragm:
    'elevated hemidiaphragm|elevation of the hemidiaphragm|elevated diaphragm|elevation of the diaphragm|flattened diaphragms|flattening of the diaphragm|flattened hemidiaphragms|flattening of the hemidiaphragms|raised hemidiaphragm|diaphragmatic flattening|diaphragmatic elevation|flat diaphragms|high riding diaphragm|obscured hemidiaphragm|obscuration of the hemidiaphragm|obscuring the hemidiaphragms|obscured diaphragm',
  Aorta:
    'tortuous aorta|aortic tortuosity|tortuosity of the aorta|ectatic aorta|aortic ectasia|ectasia of the aorta|unfolding of the aorta|unfolded aorta|dilated aorta|aortic dilatation|prominent aorta|uncoiled aorta|aortic enlargement|elongated aorta|prominent aortic|enlarged aorta|aortic prominence',
  'Aorta, Thoracic':
    'tortuous thoracic aorta|tortuosity of the thoracic aorta|ectatic thoracic aorta|ectasia of the thoracic aorta|thoracic aortic tortuosity|tortuous descending thoracic aorta|unfolding of the thoracic aorta|dilated thoracic aorta|tortuosity of the descending thoracic aorta|uncoiled thoracic aorta|thoracic aortic ectasia|prominent thoracic aorta|tortuous descending aorta',
  'Catheters, Indwelling':
    'PICC|PICC line|central venous catheter|central line|Port-A-Cath|portacath|catheter|chest port|mediport|infusion port|venous catheter|porta cath|venous port|infusaport|permacath|power port|central venous line|subclavian central|ij central|tip SVC|tip superior vena cava|tip cavoatrial junction|tip caval atrial junction|tip right atrium|port tip',
  Density: 'density|densities|hyperdensity|increased density|focal density|nodular density|rounded density',
  'Airspace Disease': 'airspace disease|air space disease|alveolar disease|airspace process',
  Atherosclerosis:
    'atherosclerosis|atherosclerotic|arteriosclerosis|arteriosclerotic|atherosclerotic calcification|atherosclerotic disease|atheromatous|atherosclerotic calcification of the aorta|atherosclerotic calcification thoracic aorta|atherosclerotic aortic calcification|calcified atherosclerotic|calcified atherosclerotic aorta|atherosclerotic vascular calcification',
  Deformity:
    'deformity|wedge deformity|wedging|vertebral body height loss|loss of vertebral body height|compression deformity|rib deformity|anterior wedging|deformed|contour irregularity|contour abnormality|focal convexity|chest wall deformity|wedge shaped',
  'Granulomatous Disease':
    'granulomatous disease|granulomatous process|granulomatous infection|prior granulomatous disease|granulomatous changes|granulomatous sequelae',
  Scoliosis:
    'scoliosis|scoliotic|dextroscoliosis|levoscoliosis|spinal curvature|curvature of the spine|S-shaped curvature|dextrocurvature|levocurvature|rotoscoliosis|kyphoscoliosis|thoracolumbar curvature|thoracic curvature|apex curvature|curvature',
  'Surgical Instruments':
    'clips|surgical clips|staples|mediastinal clips|staple line|surgical wires|cabg clips|axillary clips|sternal clips',
  Nodule:
    'nodule|nodules|pulmonary nodule|lung nodule|noncalcified nodule|nodularity|calcified nodule|calcified pulmonary nodule|fibronodular|nodular prominence|calcified lung nodule',
  'Costophrenic Angle':
    'blunted costophrenic|blunting of the costophrenic|obscured costophrenic|obscuration of costophrenic|blunting of the posterior costophrenic|blunted cp angle|costophrenic sulcus blunting',
  Sulcus: 'posterior sulcus blunting|blunted sulcus|sulcal blunting|blunting of the posterior sulcus',
  'Pulmonary Congestion':
    'pulmonary vascular congestion|vascular congestion|pulmonary congestion|central vascular congestion|pulmonary venous congestion|venous congestion|vascular prominence|cephalization|congested|perihilar vascular congestion|congestion|prominent vasculature|prominent pulmonary vasculature|prominent vascularity|indistinct vascular margination|vascular redistribution|prominence of the pulmonary vasculature',
  Osteophyte:
    'osteophyte|osteophytosis|osteophytic|spurs|spurring|bony spurring|marginal spurring|bridging osteophytes',
  Emphysema:
    'emphysema|emphysematous|emphysematous changes|chronic emphysematous|mild emphysema|subcutaneous emphysema',
  'Bullous Emphysema': 'bullous emphysema|bullous emphysematous changes',
  'Implanted Medical Device':
    'pacemaker|AICD|ICD|defibrillator|pacer|generator|stimulator|neurostimulator|pulse generator|loop recorder|prosthetic valve|vagal nerve stimulator|arthroplasty|valve replacement|prosthetic|pacing leads|pacemaker leads|occluder|valve prosthesis|septal occluder|shoulder replacement',
  'Cardiac Shadow':
    'enlarged cardiac silhouette|cardiac silhouette enlarged|enlargement of the cardiac silhouette|enlarged cardiac contour|prominent cardiac silhouette|borderline cardiac silhouette|borderline enlarged cardiac silhouette|enlarged heart silhouette|borderline enlargement of the cardiac silhouette|enlarged heart shadow|enlarged cardiac shadow',
  'Fractures, Bone': 'fracture|rib fracture|fractured|compression fracture|vertebral fracture|clavicle fracture',
  Spondylosis: 'spondylosis|spondylitic|spondylotic|thoracic spondylosis|spondylosis deformans',
  Infiltrate: 'infiltrate|infiltration|airspace infiltrate|interstitial infiltrates|infiltrative',
  Granuloma: 'granuloma|granulomata|granulomas',
  Thickening:
    'pleural thickening|thickening|apical thickening|peribronchial thickening|bronchial wall thickening|peribronchial cuffing|bronchial cuffing|thickened|apical capping|pleural cap|fissural thickening|apical cap',
  'Pulmonary Emphysema':
    'pulmonary emphysema|consistent with emphysema|compatible with emphysema|centrilobular emphysema|appearance of emphysema|background of emphysema|changes of emphysema|representing emphysema',
  'Pulmonary Edema':
    'pulmonary edema|interstitial edema|interstitial pulmonary edema|alveolar edema|edema|pulmonary oedema',
  'Heart Failure': 'heart failure|congestive failure|CHF|cardiac failure|congestive heart failure',
  'Pulmonary Disease, Chronic Obstructive':
    'COPD|chronic obstructive pulmonary disease|obstructive lung disease|obstructive pulmonary disease|obstructive airways disease',
  'Foreign Bodies':
    'foreign body|bullet|bullet fragments|metallic fragments|shrapnel|metallic density|metallic bb|pellets|gunshot|metallic structure|radiopaque foreign|metallic object|piercing|nipple ring|metallic pellets',
  Arthritis: 'arthritis|arthritic changes|osteoarthritis|arthritic|arthropathy|arthrosis',
  Shoulder:
    'degenerative shoulder|degenerative changes of the shoulder|degenerative acromioclavicular|degenerative ac joint|glenohumeral degenerative|degenerative changes of the humeral|degenerative joint shoulder',
  'Diaphragmatic Eventration': 'eventration|diaphragmatic eventration|eventrated|lobulated diaphragm',
  Pneumonia: 'pneumonia|pneumonic|bronchopneumonia|lobar pneumonia',
  'Tube, Inserted':
    'endotracheal tube|ET tube|tracheostomy tube|chest tube|NG tube|nasogastric tube|tracheostomy|ETT|enteric tube|feeding tube|gastrostomy tube|drainage tube|VP shunt|ventriculoperitoneal shunt|drain|pigtail catheter|thoracostomy tube|shunt tubing|shunt catheter|orogastric tube|tube|nephrostomy tube',
  'Hernia, Hiatal': 'hiatal hernia|hiatus hernia|hiatal herniation|paraesophageal hernia',
  Kyphosis: 'kyphosis|kyphotic|exaggerated kyphosis|kyphoscoliosis|thoracic kyphosis',
  Consolidation: 'consolidation|consolidative|consolidated|airspace consolidation|lobar consolidation',
  'Bone Diseases, Metabolic':
    'osteopenia|osteopenic|osteoporosis|osteoporotic|demineralized|demineralization|bone demineralization|decreased bone mineralization|decreased bone density',
  Lucency: 'lucency|lucencies|lucent|radiolucency',
  Pneumothorax: 'pneumothorax|pneumothoraces|pleural air',
  Hydropneumothorax: 'hydropneumothorax',
  Mediastinum:
    'mediastinal widening|widened mediastinum|widened mediastinal|prominent mediastinum|mediastinal prominence|mediastinal mass|widening of the mediastinum|prominence of the mediastinum|enlarged mediastinum|mediastinal lipomatosis|mediastinal adenopathy|mediastinal lymphadenopathy|paratracheal prominence|mediastinal fullness|wide mediastinal',
  'Medical Device':
    'monitor leads|EKG leads|ECG leads|overlying leads|device|hardware|monitoring leads|orthopedic hardware|monitoring device|monitor',
  'Spinal Fusion':
    'spinal fusion|fusion hardware|cervical fusion|anterior cervical fusion|harrington rods|ACDF|spinal hardware|spinal rods|pedicle screws|cervical spine hardware|fusion plate|posterior fusion|spine hardware|cervical plate|lumbar fusion|fusion rods',
  'Lung, Hyperlucent': 'hyperlucent lungs|hyperlucent|hyperlucency|hyperlucent lung|lucent lungs',
  'Technical Quality of Image Unsatisfactory':
    'limited exam|limited examination|suboptimal|rotated|patient rotation|motion artifact|degraded by motion|underpenetrated|poor visualization|poorly visualized|technique limited|exam limited|motion degraded|overpenetrated|obscures detail|detail obscured|limited assessment|technical limitation|incompletely imaged|not well evaluated|nondiagnostic|respiratory motion|limited quality|limited quality exam|rotation|artifact|limited by body habitus|evaluation is limited|obscured margins',
  'Pulmonary Fibrosis': 'pulmonary fibrosis|fibrosis|fibrotic changes|fibrotic',
  'Lumbar Vertebrae':
    'degenerative lumbar|degenerative changes lumbar spine|degenerative thoracolumbar|degenerative changes thoracolumbar',
  Shift:
    'mediastinal shift|tracheal deviation|deviation of the trachea|shift of the trachea|shift of the mediastinum|tracheal shift|deviated trachea|volume shift|rightward deviation|leftward deviation',
  'Lung Diseases, Interstitial':
    'interstitial lung disease|chronic interstitial lung disease|interstitial disease|chronic interstitial changes|interstitial process',
  Stents: 'stent|coronary stent|aortic stent',
  Mass: 'mass|masses|pulmonary mass|lung mass|hilar mass',
  'Epicardial Fat': 'epicardial fat pad|epicardial fat|pericardial fat pad|fat pad',
  'Volume Loss': 'volume loss|loss of volume',
  'Pulmonary Artery':
    'enlarged pulmonary arteries|dilated pulmonary arteries|prominent pulmonary artery|enlarged pulmonary artery|prominence of the pulmonary artery|prominent main pulmonary artery',
  'Breast Implants': 'breast implants|breast prostheses',
  Sutures: 'suture|sutures|surgical sutures',
  Blister: 'bleb|blebs|bulla|bullae|bullous',
  Dislocations: 'dislocation|subluxation',
  Pneumoperitoneum: 'pneumoperitoneum|free intraperitoneal air|free air',
  'Hypertension, Pulmonary':
    'pulmonary hypertension|pulmonary arterial hypertension|pulmonary venous hypertension|pulmonary artery hypertension',
  'Cystic Fibrosis': 'cystic fibrosis',
  Sclerosis: 'sclerosis|sclerotic',
  'Nipple Shadow': 'nipple shadow|nipple shadows',
  Mastectomy: 'mastectomy',
  'Aortic Aneurysm': 'aortic aneurysm|aneurysm of the aorta|aneurysmal aorta',
  Bronchiectasis: 'bronchiectasis|bronchiectatic',
  'Contrast Media': 'contrast material|barium|oral contrast',
  'Cervical Vertebrae': 'degenerative cervical|degenerative changes cervical spine',
  'Heart Atria': 'left atrial enlargement|enlarged left atrium',
  'Pectus Carinatum': 'pectus carinatum',
  'Funnel Chest': 'pectus excavatum',
  Sarcoidosis: 'sarcoidosis|sarcoid',
  Pneumonectomy: 'pneumonectomy|lobectomy',
};

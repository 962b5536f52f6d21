# Says what numpy finds in a .npz file, as JSON: for each array its type, shape, order in memory and elements as text.
import json, sys
import numpy as np

def text(value):
    return repr(float(value)) if isinstance(value, np.floating) else str(value)

with np.load(sys.argv[1], allow_pickle=False) as file:
    json.dump({name: {"type": a.dtype.str, "shape": a.shape, "fortran": a.flags.f_contiguous and not a.flags.c_contiguous, "values": [text(v) for v in a.flatten()]}
               for name, a in file.items()}, sys.stdout)

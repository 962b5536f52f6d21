# Makes the .npy and .npz files of this folder: python3 make-npy.py (numpy 1.24.2).
import numpy as np

np.save("float32.npy", np.array([[1, 2.5, -0.001], [np.nan, 3e30, 0]], "<f4"))
np.save("int64_fortran.npy", np.asfortranarray(np.arange(6, dtype="<i8").reshape(2, 3)))
np.save("big_endian.npy", np.array([1, -2, 300], ">i2"))
np.save("text.npy", np.array(["", "über", "🧠"]))
np.save("text_big_endian.npy", np.array(["ab", "ü"], ">U2"))
np.save("bytes.npy", np.array([b"ab", b"c"]))
np.save("half.npy", np.array([0.5, -2, 65504], "<f2"))
np.save("bool.npy", np.array([True, False]))
np.save("scalar.npy", np.array(7, "u1"))
np.save("empty.npy", np.zeros((0, 3), "<f8"))
np.save("complex.npy", np.array([1j]))
np.save("objects.npy", np.array([{}], object))
np.save("records.npy", np.array([(1, 2.0)], [("a", "<i4"), ("b", "<f8")]))
with open("version2.npy", "wb") as f:
    np.lib.format.write_array(f, np.arange(3, dtype="<u4"), (2, 0))
with open("version3.npy", "wb") as f:
    np.lib.format.write_array(f, np.arange(3, dtype="<u4"), (3, 0))
np.savez_compressed("arrays.npz", x=np.arange(4, dtype="<f4").reshape(2, 2), n=np.array([1, 2], "<i4"))

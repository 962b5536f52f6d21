namespace Emergent.Leabra;

/// <summary>The layers of basal ganglia whose core is the pallidum.</summary>
/// <param name="MatrixGo">Striatal units with D1 receptors, which propose.</param>
/// <param name="MatrixNoGo">Striatal units with D2 receptors, which oppose.</param>
/// <param name="Cholinergic">Sends acetylcholine to both. Name its reward layers in RewLays.</param>
/// <param name="GPeOut">Outer external pallidum.</param>
/// <param name="GPeIn">Inner external pallidum.</param>
/// <param name="GPeTA">Arkypallidal units.</param>
/// <param name="STNp">Subthalamic units that pause after a burst. Give them excitation.</param>
/// <param name="STNs">Subthalamic units with sustained activity. Give them excitation.</param>
/// <param name="GPi">Internal pallidum.</param>
/// <param name="Thalamus">What is gated. Give it excitation.</param>
public sealed record PallidalCoreLayers(
    PallidalMatrixLayer MatrixGo,
    PallidalMatrixLayer MatrixNoGo,
    CholinergicInterneuronLayer Cholinergic,
    ExternalPallidumLayer GPeOut,
    ExternalPallidumLayer GPeIn,
    ExternalPallidumLayer GPeTA,
    SubthalamicLayer STNp,
    SubthalamicLayer STNs,
    InternalPallidumLayer GPi,
    VentralThalamusLayer Thalamus);

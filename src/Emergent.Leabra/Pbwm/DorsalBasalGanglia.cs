namespace Emergent.Leabra;

/// <summary>The dorsal basal ganglia, which decide what prefrontal cortex takes in and puts out.</summary>
/// <param name="MatrixGo">Proposes to open gates (D1).</param>
/// <param name="MatrixNoGo">Opposes (D2).</param>
/// <param name="GPeNoGo">The external pallidum, which brings NoGo to the thalamus.</param>
/// <param name="GPiThal">The thalamus, which opens gates and sends them.</param>
/// <param name="CIN">Acetylcholine; name the layers that show reward in its RewLays.</param>
public sealed record DorsalBasalGanglia(PbwmMatrixLayer MatrixGo, PbwmMatrixLayer MatrixNoGo, PbwmLayer GPeNoGo, GPiThalLayer GPiThal, CholinergicInterneuronLayer CIN);

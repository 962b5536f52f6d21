using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Working memory with gates in networks: prefrontal cortex and dorsal basal ganglia, wired together.</summary>
public static class PbwmNetworks
{
    /// <summary>Adds a plain layer that keeps its state between trials and that dopamine reaches.</summary>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    public static PbwmLayer AddPbwmLayer(this LeabraNetwork network, string name, Shape shape, LayerKind kind = LayerKind.Hidden)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.AddLayer(new PbwmLayer(name, shape, kind));
    }

    /// <summary>Adds the layers MatrixGo, MatrixNoGo, GPeNoGo, GPiThal and CIN, and the projections between them, which have the class BgFixed.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">Rows of stripes.</param>
    /// <param name="maintaining">Stripes of a row that maintain.</param>
    /// <param name="output">Stripes of a row that put out.</param>
    /// <param name="unitsY">Rows of matrix units in a stripe.</param>
    /// <param name="unitsX">Columns of matrix units in a stripe.</param>
    /// <param name="prefix">What the layers' names begin with.</param>
    /// <exception cref="EmergentException">A name is taken, or the network is built.</exception>
    public static DorsalBasalGanglia AddDorsalBG(
        this LeabraNetwork network, int rows, int maintaining, int output, int unitsY, int unitsX, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(prefix);
        CheckStripes(rows, maintaining, output);
        Shape stripes = [rows, maintaining + output, unitsY, unitsX], single = [rows, maintaining + output, 1, 1];
        var matrixGo = network.AddLayer(new PbwmMatrixLayer($"{prefix}MatrixGo", stripes, DopamineReceptor.D1R));
        var matrixNoGo = network.AddLayer(new PbwmMatrixLayer($"{prefix}MatrixNoGo", stripes, DopamineReceptor.D2R));
        var pallidum = network.AddLayer(new PbwmLayer($"{prefix}GPeNoGo", single));
        var thalamus = network.AddLayer(new GPiThalLayer($"{prefix}GPiThal", single));
        var cholinergic = network.AddLayer(new CholinergicInterneuronLayer($"{prefix}CIN"));
        foreach (var layer in (GatingLayer[])[matrixGo, matrixNoGo, thalamus]) { layer.GateShp.Set(rows, maintaining, output); }
        foreach (var matrix in (PbwmMatrixLayer[])[matrixGo, matrixNoGo])
        {
            thalamus.SendTo.Add(matrix.Name);
            cholinergic.SendACh.Add(matrix.Name);
        }
        network.Project(new GPiThalProjection(matrixGo, thalamus, Connectivity.PoolOneToOne)).AddClass("BgFixed");
        network.Project(matrixNoGo, pallidum, Connectivity.PoolOneToOne).AddClass("BgFixed");
        network.Project(new GPiThalProjection(pallidum, thalamus, Connectivity.PoolOneToOne)).AddClass("BgFixed");
        return new(matrixGo, matrixNoGo, pallidum, thalamus, cholinergic);
    }

    /// <summary>Adds the layers PFCmnt, PFCmntD, PFCout and PFCoutD of class PFC, each pair where it has stripes, and the projection from what is maintained to output, of class PFCMntDToOut.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">Rows of stripes.</param>
    /// <param name="maintaining">Stripes of a row that maintain; may be 0.</param>
    /// <param name="output">Stripes of a row that put out; may be 0.</param>
    /// <param name="unitsY">Rows of superficial units in a stripe.</param>
    /// <param name="unitsX">Columns of units in a stripe.</param>
    /// <param name="dynamics">How what is maintained changes; deep layers have as many times the rows. None is without change.</param>
    /// <param name="prefix">What the layers' names begin with.</param>
    /// <exception cref="EmergentException">A name is taken, or the network is built.</exception>
    public static PrefrontalLayers AddPFC(
        this LeabraNetwork network, int rows, int maintaining, int output, int unitsY, int unitsX, IReadOnlyList<PFCDynamics>? dynamics = null, string prefix = "PFC")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(prefix);
        CheckStripes(rows, maintaining, output);
        dynamics ??= PFCDynamics.MaintainOnly;
        if (dynamics.Count == 0) { throw new ArgumentException("There must be at least one kind of dynamics; the list is empty. Leave it out for maintenance without change.", nameof(dynamics)); }
        var (maint, maintDeep) = maintaining > 0 ? AddArea($"{prefix}mnt", maintaining, isOutput: false) : default;
        var (put, putDeep) = output > 0 ? AddArea($"{prefix}out", output, isOutput: true) : default;
        if (maintDeep is not null && put is not null) { network.Project(maintDeep, put, Connectivity.OneToOne).AddClass("PFCMntDToOut"); }
        return new(maint, maintDeep, put, putDeep);

        (PbwmLayer?, PFCDeepLayer?) AddArea(string name, int stripes, bool isOutput)
        {
            var super = network.AddLayer(new PbwmLayer(name, [rows, stripes, unitsY, unitsX]));
            var deep = network.AddLayer(new PFCDeepLayer($"{name}D", [rows, stripes, dynamics.Count * unitsY, unitsX], isOutput) { Dyns = dynamics });
            deep.GateShp.Set(rows, maintaining, output);
            super.AddClass("PFC");
            deep.AddClass("PFC");
            return (super, deep);
        }
    }

    /// <summary>Adds dorsal basal ganglia and prefrontal layers whose stripes they open.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">Rows of stripes.</param>
    /// <param name="maintaining">Stripes of a row that maintain; may be 0.</param>
    /// <param name="output">Stripes of a row that put out; may be 0.</param>
    /// <param name="matrix">Rows and columns of matrix units in a stripe.</param>
    /// <param name="prefrontal">Rows and columns of superficial units in a stripe.</param>
    /// <param name="dynamics">How what is maintained changes; none is without change.</param>
    /// <param name="prefix">What the names of the basal ganglia begin with; those of prefrontal layers with it and PFC.</param>
    /// <exception cref="EmergentException">A name is taken, or the network is built.</exception>
    public static PbwmLayers AddPbwm(
        this LeabraNetwork network, int rows, int maintaining, int output, (int Y, int X) matrix, (int Y, int X) prefrontal,
        IReadOnlyList<PFCDynamics>? dynamics = null, string prefix = "")
    {
        var ganglia = network.AddDorsalBG(rows, maintaining, output, matrix.Y, matrix.X, prefix);
        var cortex = network.AddPFC(rows, maintaining, output, prefrontal.Y, prefrontal.X, dynamics, $"{prefix}PFC");
        foreach (var deep in (PFCDeepLayer?[])[cortex.MaintDeep, cortex.OutDeep])
        {
            if (deep is not null) { ganglia.GPiThal.SendTo.Add(deep.Name); }
        }
        return new(ganglia, cortex);
    }

    /// <summary>Adds a projection onto matrix units, whose synapses learn by traces; it has the class MatrixPrjn.</summary>
    /// <exception cref="EmergentException">A layer is of another network, or the network is built.</exception>
    public static MatrixTraceProjection ProjectToMatrix(this LeabraNetwork network, Layer sender, PbwmMatrixLayer receiver, Connectivity connectivity)
    {
        ArgumentNullException.ThrowIfNull(network);
        var projection = network.Project(new MatrixTraceProjection(sender, receiver, connectivity));
        projection.AddClass("MatrixPrjn");
        return projection;
    }

    /// <summary>Sets how all matrix layers respond to dopamine, by their receptors: medication, or none.</summary>
    /// <remarks>The gains stay until they are set again, here or by a style sheet (Matrix.BurstGain, Matrix.DipGain), and act from the next cycle on.</remarks>
    /// <exception cref="EmergentException">The network has no matrix layer.</exception>
    public static void Medicate(this LeabraNetwork network, DopamineMedication medication)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(medication);
        var any = false;
        foreach (var matrix in network.Layers.OfType<PbwmMatrixLayer>())
        {
            any = true;
            (matrix.Matrix.BurstGain, matrix.Matrix.DipGain) = matrix.DaR == DopamineReceptor.D1R ? (medication.D1Burst, medication.D1Dip) : (medication.D2Burst, medication.D2Dip);
        }
        if (!any) { throw new EmergentException($"Network '{network.Name}' has no layer with dopamine receptors (MatrixLayer) that a medication could act on. Add them with AddDorsalBG or AddPbwm."); }
    }

    private static void CheckStripes(int rows, int maintaining, int output)
    {
        if (rows < 1 || maintaining < 0 || output < 0 || maintaining + output < 1)
        {
            throw new ArgumentException($"There must be at least one row with at least one stripe; {rows} rows of {maintaining} maintaining and {output} output stripes were given.");
        }
    }
}
